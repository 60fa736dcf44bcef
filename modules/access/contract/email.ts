// An address for sign-in, always in small letters: "Hoa@…" and "hoa@…" are one person.

import * as z from 'zod/mini'

export const Email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(200))
