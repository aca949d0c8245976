import { useState } from 'react';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import { takenCount } from '../../state/auto-tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { focusQuery } from './focus-hit.ts';

/** What was decided so far, and what is done with it. */
export function AutoTagFoot() {
  const actions = useActions();
  const autoTag = useApp((state) => state.autoTag);
  const known = useApp(({ items }) =>
    autoTag.draft.rule === null ? undefined : items.get(autoTag.draft.rule),
  );
  const [naming, setNaming] = useState<string | null>(null);
  const { result, decisions, busy, problem, said, draft } = autoTag;
  const taken = takenCount(autoTag);
  const left = decisions.size - taken;
  const hasNewTags = draft.tags.some((tag) => 'create' in tag);
  const save = (): void => {
    if (naming === null || naming.trim() === '') return;
    actions.saveRule(naming);
    setNaming(null);
    focusQuery();
  };

  if (naming !== null) {
    return (
      <form
        className="list-dialog-foot"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          type="text"
          className="rule-name"
          aria-label={messages.ruleName}
          placeholder={messages.ruleName}
          maxLength={200}
          dir="auto"
          autoFocus
          value={naming}
          onChange={(event) => setNaming(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            setNaming(null);
            focusQuery();
          }}
        />
        <Button look="accent" type="submit" disabled={naming.trim() === ''}>
          {messages.saveName}
        </Button>
      </form>
    );
  }
  return (
    <>
      {result !== null && (
        <div className="rule-facts">
          <p role="status">
            {messages.found(result.hits, result.tagged)}
            {result.capped && ` ${messages.capped(result.hits)}`}
            {result.failed.length > 0 && ` ${messages.failed(result.failed)}`}
          </p>
          {result.hits > 0 && (
            <p className="rule-keys">
              {messages.keys.map(([key, what]) => (
                <span key={key}>
                  <Kbd>{key}</Kbd> {what}
                </span>
              ))}
            </p>
          )}
        </div>
      )}
      <footer className="list-dialog-foot">
        {problem !== null ? (
          <p role="alert" className="list-dialog-problem">
            {problem}
          </p>
        ) : (
          <p role="status" data-testid="rule-counts">
            {result === null || result.hits === 0
              ? said
              : taken > 0 && draft.tags.length === 0
                ? messages.needsTags
                : messages.counts(taken, left, result.hits - decisions.size)}
          </p>
        )}
        <Button
          disabled={draft.query.trim() === '' || draft.tags.length === 0 || hasNewTags}
          title={hasNewTags ? messages.tagsFirst : undefined}
          onClick={() => (known === undefined ? setNaming('') : setNaming(known.name))}
        >
          {known === undefined ? messages.save : messages.saveChanges}
        </Button>
        <Button disabled={result === null || result.hits === 0} onClick={actions.takeAllHits}>
          {messages.takeAll}
        </Button>
        <Button
          look="accent"
          disabled={taken === 0 || draft.tags.length === 0 || busy !== null}
          onClick={() =>
            void actions.applyRule().then(() => {
              focusQuery();
            })
          }
        >
          {busy === 'applying' ? messages.applying : messages.apply(taken)}
        </Button>
      </footer>
    </>
  );
}
