import { GitMerge, ListPlus, Rows3, Split, Trash2 } from 'lucide-react';
import { codebookMessages as messages } from '../../../core/messages/en/codebook.ts';
import { colourNames } from '../../../core/messages/en/tags.ts';
import { markColours } from '../../../core/model/colours.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { ColourChoice } from '../../ui/colour-choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AliasesField } from './aliases-field.tsx';
import type { TagWork } from './codebook-work.ts';
import { Examples } from './examples.tsx';
import { RuleField } from './rule-field.tsx';

const rules = [
  ['description', messages.description, messages.descriptionHint, 3],
  ['whenToUse', messages.whenToUse, messages.whenToUseHint, 2],
  ['whenNot', messages.whenNot, messages.whenNotHint, 2],
] as const;

/** What the codebook says of a tag. */
export function TagDetails({ tag, work }: { tag: Tag; work: TagWork }) {
  const actions = useActions();
  const count = useApp(({ counts }) => counts?.ofTag(tag.id) ?? 0);
  const above = useApp(({ tags }) => (tag.parent === null ? null : (tags.get(tag.parent) ?? null)));
  return (
    <section className="tag-details" data-testid="tag-details" aria-label={tag.name}>
      <header>
        {above !== null && <p className="tag-details-above">{above.name} /</p>}
        <h3 dir="auto">{tag.name}</h3>
        <ColourChoice
          label={messages.colour}
          colours={markColours}
          names={colourNames}
          value={tag.colour}
          onChoose={(colour) => actions.recolourTag(tag, colour)}
        />
      </header>
      <div className="tag-details-acts">
        <Button look="accent" onClick={() => actions.openPassages({ tag: tag.id })}>
          <Icon of={Rows3} />
          {messages.passages(count)}
        </Button>
        <Button onClick={() => work.ask('merge', tag)}>
          <Icon of={GitMerge} />
          {messages.merge}
        </Button>
        <Button disabled={count === 0} onClick={() => work.ask('split', tag)}>
          <Icon of={Split} />
          {messages.split}
        </Button>
        <Button onClick={() => work.write({ kind: 'new', parent: tag.id })}>
          <Icon of={ListPlus} />
          {messages.newInside}
        </Button>
        <Button onClick={() => work.remove(tag)}>
          <Icon of={Trash2} />
          {messages.remove}
        </Button>
      </div>
      {rules.map(([name, label, hint, rows]) => (
        <RuleField
          key={name}
          label={label}
          hint={hint}
          rows={rows}
          value={tag[name] ?? ''}
          onSave={(text) => actions.describeTag(tag, { [name]: text })}
        />
      ))}
      <AliasesField
        aliases={tag.aliases ?? []}
        colour={tag.colour}
        onChange={(aliases) => actions.describeTag(tag, { aliases })}
      />
      <Examples tag={tag} />
    </section>
  );
}
