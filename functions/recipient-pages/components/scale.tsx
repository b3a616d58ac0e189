import { scores } from '../read-answer.ts';
import { Group } from './fields.tsx';

/** The answers 1 to 10 side by side. The ends are in words, and said with their numbers too. */
export const Scale = ({ chosen, problem }: { chosen: string; problem: string | undefined }) => (
  <Group name="score" problem={problem} legend="Your answer" kind="scale">
    <div class="marks">
      {scores.map((score) => (
        <label>
          <input type="radio" name="score" value={score} checked={score === chosen} required />
          <span>
            {score}
            {meanings[score] && <span class="unseen">, {meanings[score]}</span>}
          </span>
        </label>
      ))}
    </div>
    <p class="ends" aria-hidden="true">
      <span>1 = {meanings['1']}</span>
      <span>10 = {meanings['10']}</span>
    </p>
  </Group>
);

const meanings: Readonly<Record<string, string>> = { '1': 'not at all', '10': 'completely' };
