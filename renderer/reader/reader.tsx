export function Reader() {
  return <main data-testid="reader" />;
}
