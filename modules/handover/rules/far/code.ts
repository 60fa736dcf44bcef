// The code by which two people compare a card on the telephone: thirty digits of its fingerprint, in groups of five.

export const codeOf = (fingerprint: string): string =>
  (BigInt(`0x${fingerprint}`) % 10n ** 30n)
    .toString()
    .padStart(30, '0')
    .replaceAll(/(\d{5})(?=\d)/g, '$1 ')
