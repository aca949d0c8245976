import { useMemo } from 'react';
import { parseQuery } from '../../../core/autotag/parse-query.ts';
import { longestRule } from '../../../core/autotag/query.ts';
import { ruleScopes } from '../../../core/autotag/find-passages.ts';
import { queryProblemMessages } from '../../../core/messages/en/autotag.ts';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { focusHit } from './focus-hit.ts';
import { RuleTags } from './rule-tags.tsx';

/** What is looked for, where, and the tags to give. */
export function RuleForm({ onRules }: { onRules: () => void }) {
  const actions = useActions();
  const draft = useApp(({ autoTag }) => autoTag.draft);
  const rules = useApp(
    ({ items }) => [...items.values()].filter(({ content }) => content.kind === 'rule').length,
  );
  const isOpen = useApp(({ document }) => document !== null);
  const fault = useMemo(() => {
    const parsed = draft.query.trim() === '' ? null : parseQuery(draft.query);
    return parsed !== null && 'problem' in parsed ? parsed : null;
  }, [draft.query]);
  const mayFind = fault === null && draft.query.trim() !== '';
  const find = (): void => {
    if (!mayFind) return;
    void actions.findByRule().then(() => focusHit('first'));
  };
  const wheres = [
    ...(isOpen ? (['text'] as const) : []),
    'all' as const,
    ...(draft.rule === null ? [] : (['new'] as const)),
  ];

  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <div className="rule-query">
        <input
          type="text"
          className="rule-field"
          aria-label={messages.query}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : 'rule-fault'}
          placeholder={messages.placeholder}
          maxLength={longestRule}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={draft.query}
          onChange={(event) => actions.changeRule({ query: event.target.value })}
        />
        <Button look="accent" type="submit" disabled={!mayFind}>
          {messages.find}
        </Button>
        {/* The rules have no room of their own: they are looked for from here. */}
        <Button onClick={onRules}>{messages.rulesOf(rules)}</Button>
      </div>
      {fault !== null && (
        <p id="rule-fault" role="alert" className="rule-fault">
          <span dir="auto">
            {draft.query.slice(0, fault.start)}
            <mark>{draft.query.slice(fault.start, fault.end) || ' '}</mark>
            {draft.query.slice(fault.end)}
          </span>
          {messages.fault(fault.start, queryProblemMessages[fault.problem])}
        </p>
      )}
      <div className="rule-choices">
        <Segments
          label={messages.scope}
          options={ruleScopes}
          names={messages.scopes}
          value={draft.scope}
          onChoose={(scope) => actions.changeRule({ scope })}
        />
        <Segments
          label={messages.where}
          options={wheres}
          names={messages.wheres}
          value={draft.where}
          onChoose={(where) => actions.changeRule({ where })}
        />
        {(['matchCase', 'matchAccents'] as const).map((name) => (
          <label key={name} className="rule-check">
            <input
              type="checkbox"
              checked={draft[name]}
              onChange={(event) => actions.changeRule({ [name]: event.target.checked })}
            />
            {messages[name]}
          </label>
        ))}
      </div>
      <RuleTags />
    </form>
  );
}
