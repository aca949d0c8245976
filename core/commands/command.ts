export type MenuName = 'file' | 'edit' | 'view' | 'mark' | 'help';
/** Where a command stands among the keys: under the name of its menu, or with the moves of the caret, which are in none. */
export type KeyGroup = MenuName | 'caret';
export type CommandScope = 'app' | 'reader' | 'caret';

export interface CommandMore {
  readonly separated?: boolean;
  readonly scope?: CommandScope;
  readonly keysOnly?: boolean;
  readonly extends?: boolean;
}

export const command = <Id extends string>(
  id: Id,
  title: string,
  shortcut: string | null,
  menu: KeyGroup | null,
  more: CommandMore = {},
) => ({ id, title, shortcut, menu, scope: 'app' as const, ...more });

export const reader = { scope: 'reader' } as const;
export const byCharacter = { ...reader, keysOnly: true } as const;
