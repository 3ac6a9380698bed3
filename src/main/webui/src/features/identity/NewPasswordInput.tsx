import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import classes from './NewPasswordInput.module.css';
import { passwordStrength } from './passwordStrength';

interface Props extends PasswordInputProps {
  value?: string;
  /** Words that the password should not contain: name, email, organisation. */
  avoid?: string[];
}

const tones = ['none', 'weak', 'fair', 'good', 'best'];

export function NewPasswordInput({ avoid, ...props }: Props) {
  const { score, hint } = passwordStrength(props.value ?? '', avoid);
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        aria-describedby="password-hint"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
        {...props}
      />
      <div className={classes.strength} data-tone={tones[score]} aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={score >= step || undefined} />
        ))}
      </div>
      <p id="password-hint" className={classes.hint} aria-live="polite">
        {hint}
      </p>
    </div>
  );
}
