import { useEffect, type ReactNode } from 'react';
import { useActions } from '../state/context.ts';

interface FoundRowProps {
  readonly row: number;
  readonly version: number;
  readonly children: ReactNode;
}

/** A row of what was found: once it is drawn, the rows around it are asked for where they lack. */
export function FoundRow({ row, version, children }: FoundRowProps) {
  const { showFound } = useActions();
  useEffect(() => void showFound(row), [showFound, row, version]);
  return children;
}
