import { CornerUpLeft } from 'lucide-react';
import { readerMessages } from '../../core/messages/en/reader.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import './back-button.css';

/** Who has read on so far from where a jump led, UTF-16 units, stays there. */
const readOn = 6000;

/** The way back, near where a jump led. */
export function BackButton() {
  const { goBack } = useActions();
  const shown = useApp(
    ({ travel, reading }) =>
      travel.back.length > 0 && Math.abs(reading.offset - travel.arrived) < readOn,
  );
  if (!shown) return null;
  return (
    <div className="back-place">
      <Button className="back-button" data-testid="back" onClick={goBack}>
        <Icon of={CornerUpLeft} />
        {readerMessages.back}
        <KeyHint command="go.back" />
      </Button>
    </div>
  );
}
