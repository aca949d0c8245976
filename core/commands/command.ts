export type MenuName = 'file' | 'edit' | 'view' | 'mark' | 'help';

interface More {
  readonly separated?: boolean;
  readonly scope?: 'app' | 'reader';
  readonly keysOnly?: boolean;
}

export const command = <Id extends string>(
  id: Id,
  title: string,
  shortcut: string | null,
  menu: MenuName | null,
  more: More = {},
) => ({ id, title, shortcut, menu, scope: 'app' as const, ...more });

export const reader = { scope: 'reader' } as const;
export const byCharacter = { ...reader, keysOnly: true } as const;
