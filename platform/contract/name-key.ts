// The key by which names and titles are found with or without diacritics, whichever tone-mark style was typed.

/** Lower case, no marks, đ as d, one space between words: "Hòa Bình" and "hoà  binh" give the same key. */
export function nameKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}
