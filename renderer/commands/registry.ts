import { createContext, useContext, useEffect } from 'react';
import type { CommandId } from '../../core/commands.ts';

/** How it was called. */
export interface Call {
  /** Shift was held with a key that extends by it. */
  readonly extend: boolean;
}

type Handler = (how: Call) => void;

/** Which code answers which command. A feature registers what it alone can do; the newest answer counts. */
export class CommandRegistry {
  readonly #handlers = new Map<CommandId, Handler[]>();

  /** The answer takes the handler out again. */
  register(id: CommandId, handler: Handler): () => void {
    this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler]);
    return () => {
      this.#handlers.set(id, this.#handlers.get(id)?.filter((item) => item !== handler) ?? []);
    };
  }

  /** Whether anything answers it now. */
  has(id: CommandId): boolean {
    return (this.#handlers.get(id)?.length ?? 0) > 0;
  }

  run(id: CommandId, how: Call = { extend: false }): boolean {
    const handler = this.#handlers.get(id)?.at(-1);
    handler?.(how);
    return handler !== undefined;
  }
}

export const CommandContext = createContext<CommandRegistry | null>(null);

export function useCommands(): CommandRegistry {
  const registry = useContext(CommandContext);
  if (registry === null) throw new Error('no CommandContext above this component');
  return registry;
}

/** Answers a command while the component is there. */
export function useCommand(id: CommandId, handler: Handler): void {
  const registry = useCommands();
  useEffect(() => registry.register(id, handler), [registry, id, handler]);
}
