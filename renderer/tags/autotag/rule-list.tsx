import { useEffect, useMemo } from 'react';
import { Trash2 } from 'lucide-react';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import type { Rule } from '../../../core/model/item.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RovingList } from '../../ui/roving-list.tsx';
import { focusHit } from './focus-hit.ts';

/** The rules that were saved, with what each finds in texts that came since. */
export function RuleList({ onBack }: { onBack: () => void }) {
  const actions = useActions();
  const items = useApp((state) => state.items);
  const news = useApp(({ autoTag }) => autoTag.news);
  const tags = useApp((state) => state.tags);
  const rules = useMemo(
    () => [...items.values()].filter((item): item is Rule => item.content.kind === 'rule'),
    [items],
  );
  useEffect(() => void actions.countNews(rules), [actions, rules]);
  const open = (rule: Rule, where: 'all' | 'new'): void => {
    actions.openRule(rule, where);
    onBack();
    if (where === 'new') void actions.findByRule().then(() => focusHit('first'));
  };

  return (
    <>
      <div className="list-dialog-body">
        {rules.length === 0 ? (
          <Empty title={messages.noRulesTitle}>{messages.noRulesHint}</Empty>
        ) : (
          <RovingList
            label={messages.rules}
            className="list-dialog-list"
            items={rules}
            itemSize={52}
            autoFocus
            onItemKey={(event, rule) => {
              if (event.key === 'Delete') actions.removeRule(rule);
              else if (event.key === 'Enter') {
                event.preventDefault();
                open(rule, (news.get(rule.id) ?? 0) > 0 ? 'new' : 'all');
              }
            }}
            render={(rule, _, roving) => (
              <div key={rule.id} role="listitem" className="saved-rule" data-testid="rule">
                <button
                  type="button"
                  className="rule-main"
                  aria-label={messages.edit(rule.name)}
                  onClick={() => open(rule, 'all')}
                  {...roving}
                >
                  <span className="rule-title" dir="auto">
                    {rule.name}
                  </span>
                  <span className="rule-says" dir="auto">
                    {rule.content.query}
                  </span>
                </button>
                {rule.content.tags.map((id) => {
                  const tag = tags.get(id);
                  return tag && <Chip key={id} name={tag.name} colour={tag.colour} />;
                })}
                {(news.get(rule.id) ?? 0) > 0 && (
                  <Button
                    tabIndex={roving.tabIndex}
                    aria-label={messages.runNew(rule.name)}
                    onClick={() => open(rule, 'new')}
                  >
                    {messages.newHits(news.get(rule.id) ?? 0)}
                  </Button>
                )}
                <button
                  type="button"
                  className="icon-button icon-button-small"
                  tabIndex={roving.tabIndex}
                  aria-label={messages.remove(rule.name)}
                  onClick={() => actions.removeRule(rule)}
                >
                  <Icon of={Trash2} />
                </button>
              </div>
            )}
          />
        )}
      </div>
      <footer className="list-dialog-foot">
        <p />
        <Button
          onClick={() => {
            actions.newRule();
            onBack();
          }}
        >
          {messages.newRule}
        </Button>
        <Button onClick={onBack} autoFocus={rules.length === 0}>
          {messages.back}
        </Button>
      </footer>
    </>
  );
}
