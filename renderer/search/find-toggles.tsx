import { searchMessages as messages } from '../../core/messages/en/search.ts';
import type { FindQuery } from '../../core/search/find-query.ts';
import { useActions, useApp } from '../state/context.ts';
import { Tooltip } from '../ui/tooltip.tsx';

const signs = { matchCase: 'Aa', matchAccents: 'á', wholeWord: '“w”', regex: '.*' } as const;
type Toggle = keyof typeof signs & keyof FindQuery;
const toggles: readonly Toggle[] = ['matchCase', 'matchAccents', 'wholeWord', 'regex'];

/** How the words are compared. Expressions see every accent as it is. */
export function FindToggles() {
  const { setFindQuery } = useActions();
  const query = useApp(({ find }) => find?.query ?? null);
  if (query === null) return null;
  return toggles.map((name) => {
    const always = name === 'matchAccents' && query.regex;
    const label = always ? messages.accentsInExpression : messages[name];
    return (
      <Tooltip key={name} label={label} shortcut={null}>
        <button
          type="button"
          className="icon-button icon-button-small find-toggle"
          aria-label={label}
          aria-pressed={always || query[name]}
          aria-disabled={always}
          onClick={() => {
            if (!always) setFindQuery({ [name]: !query[name] });
          }}
        >
          {signs[name]}
        </button>
      </Tooltip>
    );
  });
}
