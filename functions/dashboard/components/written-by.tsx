/** Who wrote something, leading to how: "offline writer" where no model was asked. */
export const WrittenBy = ({ writer, runId }: { writer: string; runId: string }) => (
  <span>
    <a href={`/runs/${runId}`}>written</a> by{' '}
    <span class="tag">{writer === 'template' ? 'our own template' : writer}</span>
  </span>
);
