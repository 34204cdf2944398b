import { z } from 'zod'

type Undefaulted<T> = T extends z.ZodDefault<infer Inner> ? Inner : T
type Changes<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape]: z.ZodOptional<Undefaulted<Shape[Name]> & z.ZodType>
}

/**
 * The input of a change: every field of a thing as it is given when the thing is made, none of them needed and none
 * with a default: what is not named stays as it is. (`partial()` would fill defaults in and so write over what stands.)
 */
export function changesOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): z.ZodObject<Changes<Shape>> {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const plain = field instanceof z.ZodDefault ? field.unwrap() : field
    return [name, (plain as z.ZodType).optional()]
  })
  return z.object(Object.fromEntries(fields)) as unknown as z.ZodObject<Changes<Shape>>
}
