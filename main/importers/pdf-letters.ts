/** Ligatures and letters in the shapes that they have within words, Latin, Armenian, Hebrew and Arabic. */
const shaped = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+/g;
/** Adobe's own places for old-style figures and small capitals: those of Latin-1, moved. */
const styled = /[\uf721-\uf7ff]/g;

/** Letters and figures as they are written elsewhere, whatever shape the source asks for. */
export function plainLetters(text: string): string {
  return text
    .replace(shaped, (letters) => letters.normalize('NFKC'))
    .replace(styled, (letter) => {
      const plain = String.fromCharCode(letter.charCodeAt(0) - 0xf700);
      return /[\p{L}\p{N}\p{P}\p{S}]/u.test(plain) ? plain : letter;
    });
}
