import { useEffect, useState } from 'react';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AutoTagFoot } from './auto-tag-foot.tsx';
import { focusQuery } from './focus-hit.ts';
import { HitList } from './hit-list.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleList } from './rule-list.tsx';
import './auto-tag.css';

/** Tags what a query finds, passage by passage as the reader says. */
export function AutoTagPanel() {
  const open = useApp(({ panel }) => panel === 'auto-tag');
  return open ? <Panel /> : null;
}

function Panel() {
  const actions = useActions();
  const [view, setView] = useState<'query' | 'rules'>('query');
  // After the dialog has opened, which gives the focus to its first button.
  useEffect(() => {
    if (view === 'query') focusQuery();
  }, [view]);
  return (
    <Dialog
      title={view === 'rules' ? messages.rules : messages.title}
      closeLabel={messages.close}
      onClose={() => actions.showPanel(null)}
      className="list-dialog auto-tag"
    >
      <div className="list-dialog-inside" data-testid="auto-tag">
        {view === 'query' ? (
          <>
            <RuleForm onRules={() => setView('rules')} />
            <div className="list-dialog-body">
              <HitList />
            </div>
            <AutoTagFoot />
          </>
        ) : (
          <RuleList onBack={() => setView('query')} />
        )}
      </div>
    </Dialog>
  );
}
