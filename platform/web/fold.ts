// Finding with or without diacritics: "ngoc thanh" finds "Ngọc Thanh", and so does "ngọc".

/** Lower case, no marks, đ as d. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** True when every word typed stands somewhere in the text. */
export function finds(typed: string, text: string): boolean {
  const folded = fold(text)
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
