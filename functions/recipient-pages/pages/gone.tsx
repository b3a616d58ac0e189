import { Layout } from '../components/layout.tsx';
import { pageResponse } from '../respond.ts';

/** The same for every link that is not ours, was cut short, or leads to somebody who is no contact: it tells nobody which. */
export const goneResponse = (): Response =>
  pageResponse(
    <Layout title="This link does not work">
      <h1>This link does not work</h1>
      <p>
        It may have been cut short on its way to you, or it belongs to an older mail. Please use the link in the latest
        mail you have from us.
      </p>
      <p>
        If that does not help either, answer that mail and say what you would like to change: a person reads the
        answers.
      </p>
    </Layout>,
    404,
  );
