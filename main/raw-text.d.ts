/** The bundler puts the text of such a file into the program. */
declare module '*?raw' {
  const text: string;
  export default text;
}
