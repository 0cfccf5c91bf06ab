import '../../i18n/later-texts.ts';
import { CIRCLES, type Circle } from '../../plan/types/common.ts';
import { circleWord } from '../../report/circle-text.ts';
import { SelectField } from '../indicators/form-fields.tsx';
import { useTexts } from './app-context.ts';

interface CircleFieldProps {
  /** Default: "Wer das sehen darf". */
  readonly label?: string;
  readonly value: Circle;
  readonly onChange: (circle: Circle) => void;
}

/** One of the four circles: of an object, or for whom something is taken away. */
export function CircleField({ label, value, onChange }: CircleFieldProps) {
  const t = useTexts();
  return (
    <SelectField
      label={label ?? t('circle.who')}
      value={value}
      options={CIRCLES.map((circle) => ({ value: circle, label: circleWord(circle, t) }))}
      onChange={onChange}
    />
  );
}
