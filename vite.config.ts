import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content policy allows fonts and images from the app's own address only, so none is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // What many pages share comes as one file: a first visit asks for a few files and not for seventy.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kit', minShareCount: 8 }] } } },
  },
})
