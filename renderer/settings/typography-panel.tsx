import { defaultSettings } from '../../core/model/default-settings.ts';
import { themes } from '../../core/model/themes.ts';
import type { Settings } from '../../core/model/settings.ts';
import { settingsMessages } from '../../core/messages/en/settings.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segments } from '../ui/segments.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import './typography.css';

const looks = ['fill', 'lines'] as const satisfies readonly Settings['marksLook'][];
const faces = ['literata', 'inter', 'system'] as const satisfies readonly Settings['readingFace'][];

/** How the text looks; each change shows at once. */
export function TypographyPanel({ anchorId }: { anchorId: string }) {
  const open = useApp(({ panel }) => panel === 'typography');
  const settings = useApp((state) => state.settings);
  const actions = useActions();
  if (!open) return null;

  const change = (part: Partial<Settings>): void => void actions.changeSettings(part);
  const { readingFace, fontSize, lineHeight, measure, theme } = settings;
  const stepper = (name: string) => ({
    name,
    less: settingsMessages.less(name),
    more: settingsMessages.more(name),
  });

  return (
    <Popover
      label={settingsMessages.title}
      anchorId={anchorId}
      className="typography"
      onClose={() => actions.showPanel(null)}
    >
      <ThemeChoice themes={themes} value={theme} onChoose={(chosen) => change({ theme: chosen })} />
      <div className="typography-row">
        <span>{settingsMessages.face}</span>
        <Segments
          label={settingsMessages.face}
          options={faces}
          names={settingsMessages.faceNames}
          value={readingFace}
          onChoose={(face) => change({ readingFace: face })}
        />
      </div>
      <div className="typography-row">
        <span>{settingsMessages.marksLook}</span>
        <Segments
          label={settingsMessages.marksLook}
          options={looks}
          names={settingsMessages.marksLooks}
          value={settings.marksLook}
          onChoose={(look) => change({ marksLook: look })}
        />
      </div>
      <Stepper
        {...stepper(settingsMessages.size)}
        value={fontSize}
        text={settingsMessages.sizeValue(fontSize)}
        least={13}
        most={32}
        step={1}
        onChange={(value) => change({ fontSize: value })}
      />
      <Stepper
        {...stepper(settingsMessages.lineHeight)}
        value={lineHeight}
        text={settingsMessages.lineHeightValue(lineHeight)}
        least={1.3}
        most={2.2}
        step={0.06}
        onChange={(value) => change({ lineHeight: Math.round(value * 100) / 100 })}
      />
      <Stepper
        {...stepper(settingsMessages.measure)}
        value={measure}
        text={settingsMessages.measureValue(measure)}
        least={45}
        most={100}
        step={3}
        onChange={(value) => change({ measure: Math.round(value) })}
      />
      <Button
        look="quiet"
        className="typography-reset"
        onClick={() => {
          const standard = defaultSettings;
          change({
            readingFace: standard.readingFace,
            fontSize: standard.fontSize,
            lineHeight: standard.lineHeight,
            measure: standard.measure,
          });
        }}
      >
        {settingsMessages.reset}
      </Button>
    </Popover>
  );
}
