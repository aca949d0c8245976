import { useEffect, useState } from 'react';
import type { BackupPreview } from '../../core/contract.ts';
import { useActions } from '../state/context.ts';

// Arrow keys go through many backups, and each preview reads a whole one.
const settleAfter = 180;

/** What restoring the chosen backup would do; null while that is not known. Asked again when `mark` changes. */
export function usePreview(file: string | null, mark: unknown): BackupPreview | null {
  const { previewBackup } = useActions();
  const [shown, setShown] = useState<{
    readonly file: string;
    readonly mark: unknown;
    readonly preview: BackupPreview | null;
  } | null>(null);
  useEffect(() => {
    if (file === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      void previewBackup(file).then((preview) => wanted && setShown({ file, mark, preview }));
    }, settleAfter);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [previewBackup, file, mark]);
  return shown !== null && shown.file === file && shown.mark === mark ? shown.preview : null;
}
