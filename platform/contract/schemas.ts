// Shapes that many operations share. Text is normalised to NFC and refuses control characters by name.

import * as z from 'zod/mini'

/** A calendar day, ISO 8601 `YYYY-MM-DD`; impossible days (30 February, any of the year 0) are refused. */
export const PlainDate = z.iso.date().check(z.refine((day) => day >= '0001-01-01', { params: { refusal: 'date' } }))
/** An id minted where the work happens: UUIDv7 by preference, any UUID accepted. */
export const Id = z.uuid()
/** An instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true })

// Tab, line feed and carriage return are the only control characters that a person means to type.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069]/

const readable = () =>
  z.refine<string>((text) => typeof text === 'string' && !controls.test(text), {
    error: 'control_characters',
    params: { refusal: 'control_characters' },
  })

/** A line or a paragraph typed by a person: 1 to `most` characters after trimming. */
export const Text = (most: number) =>
  z.string().check(z.normalize('NFC'), z.trim(), z.minLength(1), z.maxLength(most), readable())
/** The same, but it may be left empty. */
export const OptionalText = (most: number) =>
  z._default(z.string().check(z.normalize('NFC'), z.trim(), z.maxLength(most), readable()), '')
/** The optimistic lock: the number that the reader was shown; a stale one is refused as `changed_meanwhile`. */
export const Version = z.int().check(z.positive())
/** A number that came in a query string. */
export const CountParameter = (most: number) => z.coerce.number().check(z.int(), z.minimum(0), z.maximum(most))
/** A yes or no that came in a query string. */
export const FlagParameter = z.stringbool()
/** One value or several from repeated query parameters. */
export const ListParameter = <T extends z.ZodMiniType<unknown, string>>(item: T) =>
  z._default(
    z.pipe(
      z.transform((value: string | readonly string[]) =>
        value === '' ? [] : typeof value === 'string' ? [value] : value,
      ),
      z.array(item),
    ),
    [],
  )
/** How a list is paged: after `cursor`, at most `limit` rows. */
export const Page = {
  cursor: z.optional(z.string().check(z.maxLength(300))),
  limit: z._default(CountParameter(500), 50),
}
