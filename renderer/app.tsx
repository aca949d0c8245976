import { Reader } from './reader/reader.tsx';

export function App() {
  return <Reader />;
}
