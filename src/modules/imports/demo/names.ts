/** Given and family names by culture. The people they make up are fictional. */
export const cultures = {
  english: [
    'Alice Amelia Ben Callum Charlotte Daniel Eleanor Emma Freya George Grace Harriet Henry Isla Jack James Joshua Lucy Marcus Naomi Oliver Phoebe Samuel Thomas',
    'Ashdown Barlow Bexley Cartwright Chilcott Dunmore Eastwood Fairclough Garside Hathersage Holloway Kirkbride Langdale Maitland Northcott Oakden Pemberton Quarles Radcliffe Selwyn Stanhope Tarrant Underhill Wainwright Westbrook Whitlow Winslow Yardley',
  ],
  german: [
    'Anke Bastian Carla Dieter Elke Felix Franziska Greta Hannes Heike Jakob Jana Jonas Katrin Lena Lukas Maren Moritz Nele Stefan Svenja Timo Ulrike Wolfgang',
    'Albrecht Baumgart Cordes Dreyer Eberhardt Falkenrath Gerlach Hagemann Hoffstedt Jansen Kessler Krüger Lindemann Meinhardt Neubauer Oberländer Petersen Quandt Reinhold Schilling Steinbach Thiele Ullmann Vogelsang Weidner Ziegler',
  ],
  nordic: [
    'Aino Anders Astrid Bjørn Eero Elin Emil Freja Hanna Ida Ingrid Jens Johan Kaisa Karin Lars Liv Magnus Maja Mikkel Nora Oskar Sigrid Søren',
    'Ahlgren Bergström Bjerregaard Dahlman Eklund Falk Grønvold Halvorsen Heikkilä Holmberg Isaksen Järvinen Kjeldsen Lindholm Lundgren Mikkola Nyström Østergaard Palmgren Rasmussen Sandvik Strand Thorsen Virtanen Westergren',
  ],
  romance: [
    'Adrien Alessia Amélie Andrés Beatriz Camille Carlos Chiara Clément Elena Fernando Francesca Giulia Inês João Julien Lorenzo Lucía Margaux Marta Mateo Pauline Ricardo Théo',
    'Almeida Barbieri Beaumont Castellani Delacroix Espinosa Ferreira Fontaine Gallardo Giordano Herrero Lacombe Lombardi Marchetti Mercier Navarrete Oliveira Paredes Quiroga Ribeiro Santoro Tavares Valverde Vidal Zanetti',
  ],
  slavic: [
    'Agnieszka Aleksandra Dariusz Eliška Filip Ivana Jakub Jana Katarzyna Kristina Lenka Lukáš Magdalena Marek Milena Ondřej Petra Piotr Radka Stanislav Tereza Tomasz Vesna Zoran',
    'Adamczyk Bielak Černý Dvořák Fiala Grabowski Horvat Ivanić Jelínek Kowalczyk Kovač Lisowski Marinov Nemec Nowicki Pavlović Pokorná Rybak Sedláček Sikora Todorov Urban Veselý Wójcik Zeman',
  ],
  southasian: [
    'Aarav Aditi Ananya Arjun Devika Farhan Gauri Harish Imran Ishaan Kavya Lakshmi Manish Meera Neha Nikhil Pooja Rahul Rohan Sanjana Shreya Tanvi Varun Zara',
    'Agarwal Banerjee Chatterjee Deshpande Fernando Ghoshal Hegde Iyer Jayawardena Kapoor Kulkarni Malhotra Menon Mukherjee Nambiar Pillai Qureshi Raghavan Rahman Sengupta Shetty Subramaniam Thakur Venkatesan',
  ],
  eastasian: [
    'Aiko Chen Daichi Eun-ji Hana Hiroshi Hui Jae-won Jing Kaori Kenta Lan Li-wei Mei Min-jun Naoko Ryo Seo-yeon Shota Thanh Wei Xiu Yan Yuki',
    'Aoki Chang Fujimoto Hayashi Hsieh Ishikawa Jung Kang Kwon Liang Matsuda Morita Nakamura Nguyen Okada Pham Saito Shimizu Song Takeda Tran Wong Yamada Zhao',
  ],
  latin: [
    'Alejandra Bruno Caio Daniela Diego Emiliano Fernanda Gabriela Gustavo Isabela Javier Juliana Larissa Leonardo Luana Marcelo Mariana Paola Rafaela Rodrigo Santiago Thiago Valentina Ximena',
    'Aguirre Barreto Cardoso Carvajal Duarte Echeverría Figueroa Galindo Henríquez Ibarra Jaramillo Lacerda Machado Montenegro Noriega Ocampo Pacheco Quintana Restrepo Saldanha Teixeira Urrutia Villalobos Zambrano',
  ],
} as const

export type Culture = keyof typeof cultures

export const countries: readonly (readonly [
  country: string,
  region: string,
  culture: Culture,
  weight: number,
])[] = [
  ['United States', 'Americas', 'english', 27],
  ['Canada', 'Americas', 'english', 6],
  ['Brazil', 'Americas', 'latin', 5],
  ['Mexico', 'Americas', 'latin', 4],
  ['United Kingdom', 'EMEA North', 'english', 13],
  ['Germany', 'EMEA North', 'german', 11],
  ['Netherlands', 'EMEA North', 'german', 4],
  ['Sweden', 'EMEA North', 'nordic', 4],
  ['Denmark', 'EMEA North', 'nordic', 3],
  ['Poland', 'EMEA North', 'slavic', 3],
  ['France', 'EMEA South', 'romance', 6],
  ['Spain', 'EMEA South', 'romance', 4],
  ['Italy', 'EMEA South', 'romance', 3],
  ['India', 'Asia Pacific', 'southasian', 3],
  ['Singapore', 'Asia Pacific', 'eastasian', 2],
  ['Japan', 'Asia Pacific', 'eastasian', 2],
]

export const companyRoots =
  'Ardenholt Aurivane Averbrook Balterra Belmarsh Brackwell Branholm Calderow Carrowmere Castelvar Cindervale Corbrae Cravenhurst Dalmora Deverin Dornwick Eastmere Ellerby Elmstad Everholt Fairmoll Falkrun Farrowgate Fenwyke Galdera Glenmarch Granvik Greyloft Haldavik Halvrund Harkstead Hathorn Helmsvik Highmarn Hollend Ironvale Jarrowby Kaldera Keldbrook Kestermont Kinvara Kronholt Lakemoor Larchfield Levanto Lindmark Lorrimer Lowther Marchfield Marlowick Meridane Millvane Montavel Morwick Nethergate Norvand Oakhollow Orvale Ostermark Pallister Pendrick Perravault Pinecrag Quellmont Ravensgate Redmire Rivaldi Rockhaven Rosmead Rundvik Salvera Sandmoor Selkvane Silvermark Skarholt Solenne Southgrave Stavanor Stonebeck Stratmoor Sundhavn Tarnwick Tessaly Thornvale Torvald Trellick Tuskar Umberton Valdoro Varnholm Velmark Verdane Vinterberg Wexcombe Whitmarsh Windholm Wolvercote Yarrowen Zellmer'

export const companyWords: readonly (readonly [word: string, industry: string])[] = [
  ['Logistics', 'Transportation'],
  ['Freight', 'Transportation'],
  ['Utilities', 'Utilities'],
  ['Energi', 'Utilities'],
  ['Water', 'Utilities'],
  ['Facilities', 'Facilities Management'],
  ['Property Services', 'Facilities Management'],
  ['Elevators', 'Industrial Equipment'],
  ['Industrial', 'Industrial Equipment'],
  ['Machinery', 'Industrial Equipment'],
  ['Telecom', 'Telecommunications'],
  ['Networks', 'Telecommunications'],
  ['Medical', 'Medical Devices'],
  ['Diagnostics', 'Medical Devices'],
  ['Construction', 'Construction'],
  ['Building Systems', 'Construction'],
  ['Heating & Cooling', 'HVAC'],
  ['Climate', 'HVAC'],
  ['Security', 'Security Services'],
  ['Environmental', 'Waste Management'],
  ['Recycling', 'Waste Management'],
  ['Foods', 'Food & Beverage'],
  ['Retail Group', 'Retail'],
  ['Solar', 'Renewables'],
  ['Wind', 'Renewables'],
  ['Rail', 'Transportation'],
  ['Aerospace', 'Aerospace'],
  ['Holdings', 'Conglomerate'],
]

export const companyTails = [
  '',
  'Group',
  'Nordic',
  'Iberia',
  'Partners',
  'International',
  'Europe',
  'Pacific',
]
export const legalForms = ['', 'Ltd', 'GmbH', 'AB', 'Inc', 'SA', 'BV', 'Pty']

export const titles =
  'Head of Field Operations;Operations Manager;Dispatch Manager;Director of Service Delivery;Fleet Manager;VP Operations;IT Manager;Chief Information Officer;Service Desk Lead;Procurement Manager;Finance Director;Field Service Supervisor;Scheduling Coordinator;Digital Transformation Lead;Chief Operating Officer;Business Analyst;Customer Service Director;Regional Operations Manager'.split(
    ';',
  )
