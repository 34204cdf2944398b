/** A sentence about a file with the file's name in bold; sentences about a place in a file begin with the name. */
export function OfFile({ file, says }: { file: string; says: string }) {
  const isNamed = says.startsWith(`${file}:`) || says.startsWith(`${file},`)
  return (
    <>
      <strong>{file}</strong>
      {isNamed ? says.slice(file.length) : `: ${says}`}
    </>
  )
}
