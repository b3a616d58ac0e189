import type { Child, PropsWithChildren } from 'hono/jsx';

interface Named {
  readonly name: string;
  /** Says what is wrong with what was entered. */
  readonly problem: string | undefined;
}

const Problem = ({ name, problem }: Named) =>
  problem === undefined ? null : (
    <p class="problem" id={`${name}-problem`}>
      {problem}
    </p>
  );

type GroupProps = PropsWithChildren<Named & { legend: string; hint?: Child; kind?: 'scale' }>;

/** Choices under one question. */
export const Group = ({ name, problem, legend, hint, kind, children }: GroupProps) => (
  <fieldset
    id={name}
    tabindex={-1}
    class={[kind, problem && 'wrong'].filter(Boolean).join(' ') || undefined}
    aria-describedby={problem && `${name}-problem`}
  >
    <legend>{legend}</legend>
    {hint && <p class="hint">{hint}</p>}
    <Problem name={name} problem={problem} />
    {children}
  </fieldset>
);

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: Child;
  readonly note?: Child;
}

export const Choice = ({ type, name, value, checked, label, note }: ChoiceProps) => (
  <label class="choice">
    <input type={type} name={name} value={value} checked={checked} />
    <span>
      {label}
      {note && <small>{note}</small>}
    </span>
  </label>
);

type FieldProps = PropsWithChildren<Named & { label: string; hint?: Child }>;

/** A field of its own, under its label; the child is the control and has the name as its id. */
export const Field = ({ name, problem, label, hint, children }: FieldProps) => (
  <div class={problem === undefined ? 'field' : 'field wrong'}>
    <label for={name}>{label}</label>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    <Problem name={name} problem={problem} />
    {children}
  </div>
);

/** The attributes of the control in a field: what it is called, and what there is to read about it. */
export const control = ({ name, problem, hinted = false }: Named & { hinted?: boolean }) => ({
  id: name,
  name,
  'aria-invalid': problem === undefined ? undefined : ('true' as const),
  'aria-describedby': [hinted && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined,
});
