import { RadioGroup } from 'radix-ui';
import type { Theme } from '../../core/model/themes.ts';
import { settingsMessages } from '../../core/messages/en/settings.ts';

interface ThemeChoiceProps {
  readonly themes: readonly Theme[];
  readonly value: Theme;
  readonly onChoose: (theme: Theme) => void;
}

/** The themes as small pages, each in its own colours. */
export function ThemeChoice({ themes, value, onChoose }: ThemeChoiceProps) {
  return (
    <RadioGroup.Root
      className="themes"
      aria-label={settingsMessages.theme}
      orientation="horizontal"
      value={value}
      onValueChange={(chosen) => {
        const theme = themes.find((item) => item === chosen);
        if (theme !== undefined) onChoose(theme);
      }}
    >
      {themes.map((theme) => (
        <RadioGroup.Item
          key={theme}
          value={theme}
          className="theme"
          aria-label={settingsMessages.themeNames[theme]}
        >
          <span className="theme-page" aria-hidden>
            {theme === 'system' ? (
              <>
                <Sheet theme="light" />
                <Sheet theme="dark" />
              </>
            ) : (
              <Sheet theme={theme} />
            )}
          </span>
          <span>{settingsMessages.themeNames[theme]}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

function Sheet({ theme }: { theme: Exclude<Theme, 'system'> }) {
  return (
    <span className="theme-sheet" data-theme={theme}>
      <span>Aa</span>
      <span className="theme-mark" data-colour="yellow" />
    </span>
  );
}
