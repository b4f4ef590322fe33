import { useId } from 'react';

interface SegmentedProps<T extends string> {
  legend: string;
  /** Where the choices explain themselves, only screen readers get the legend. */
  legendHidden?: boolean;
  hint?: string;
  options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of one out of few, all of them visible. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { legend, legendHidden = false, hint, options, value, onChange } = props;
  const id = useId();
  return (
    <fieldset className="segmented" aria-describedby={hint && `${id}-hint`}>
      <legend className={legendHidden ? 'visually-hidden' : 'segmented__legend'}>{legend}</legend>
      <div className="segmented__options">
        {options.map((option) => (
          <label key={option.value} className="segmented__option">
            <input
              type="radio"
              className="segmented__input"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="segmented__label" lang={option.lang}>
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
