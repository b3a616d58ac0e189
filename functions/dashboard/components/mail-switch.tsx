/** The one switch for all mail to clients: what it says now, and the button that throws it. */
export function MailSwitch({ stopped }: { stopped: string | undefined }) {
  return (
    <form
      class={stopped ? 'warning switch' : 'note switch'}
      method="post"
      action={stopped ? '/calendar/resume' : '/calendar/pause'}
    >
      <span>
        {stopped ? (
          <>
            <strong>No mail goes to clients:</strong> {stopped}. Nothing is lost; what became stale meanwhile is
            dropped.
          </>
        ) : (
          'Mail goes out as planned.'
        )}
      </span>
      <button type="submit">{stopped ? 'Resume all mail' : 'Pause all mail'}</button>
    </form>
  );
}
