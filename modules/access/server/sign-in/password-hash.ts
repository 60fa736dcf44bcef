// How passwords are kept: argon2id with 64 MiB, of the text in one Unicode form, so that every keyboard types the same password.

import { hash, verify } from '@node-rs/argon2'

/** The library's number for argon2id; its names are constants that only a compiler could fill in. */
const argon2id = 2
const strength = { algorithm: argon2id, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

const oneForm = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(oneForm(password), strength)

export const verifyPassword = (kept: string, password: string): Promise<boolean> => verify(kept, oneForm(password))
