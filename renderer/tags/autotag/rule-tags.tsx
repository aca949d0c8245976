import { useMemo, useState, type KeyboardEvent } from 'react';
import { tagTargets } from '../../../core/codebook/tag-targets.ts';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import { useActions, useApp } from '../../state/context.ts';
import { TagBoxChips } from '../tag-box-chips.tsx';
import { TagBoxList, tagBoxList, tagBoxRow } from '../tag-box-list.tsx';
import { pickOf, suggest, type Pick } from '../tag-choices.ts';
import { choicesOf } from '../tag-picks.ts';

/** The tags that passages are to get, as in the tag box: letters find one or make one. */
export function RuleTags() {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const recent = useApp((state) => state.recentTags);
  const choices = useApp(({ autoTag }) => autoTag.draft.tags);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [open, setOpen] = useState(false);
  const picks = useMemo(
    () =>
      choices.map((choice): Pick =>
        'id' in choice ? { kind: 'tag', id: choice.id } : { kind: 'create', name: choice.create },
      ),
    [choices],
  );
  const targets = useMemo(() => tagTargets(tags), [tags]);
  const rows = useMemo(
    () => (open ? suggest(query, targets, picks, recent) : []),
    [open, query, targets, picks, recent],
  );

  const change = (next: readonly Pick[]): void => actions.changeRule({ tags: choicesOf(next) });
  const add = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    change([...picks, pickOf(row)]);
    setQuery('');
    setChosen(0);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !open) setOpen(true);
    else if (by !== undefined && rows.length > 0) {
      setChosen((chosen + by + rows.length) % rows.length);
    } else if (event.key === 'Escape' && open) setOpen(false);
    else if ((event.key === 'Enter' || event.key === ',') && rows.length > 0) add(chosen);
    else if (event.key === 'Backspace' && query === '' && picks.length > 0) {
      change(picks.slice(0, -1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="rule-tags">
      <div className="rule-tags-field">
        <TagBoxChips
          picks={{ all: picks, some: [] }}
          count={1}
          onChange={({ all }) => change(all)}
        />
        <input
          type="text"
          role="combobox"
          aria-label={messages.tags}
          aria-expanded={rows.length > 0}
          aria-controls={tagBoxList}
          aria-autocomplete="list"
          aria-activedescendant={rows[chosen] === undefined ? undefined : tagBoxRow(chosen)}
          placeholder={picks.length === 0 ? messages.tags : ''}
          maxLength={600}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
            setOpen(event.target.value.trim() !== '');
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="rule-tags-list floating" hidden={rows.length === 0}>
        <TagBoxList rows={rows} chosen={chosen} onPoint={setChosen} onChoose={add} />
      </div>
    </div>
  );
}
