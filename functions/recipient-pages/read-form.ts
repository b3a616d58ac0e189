/** What was posted, in either encoding that forms and mail programmes use (RFC 8058 allows both); else nothing. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const [type = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  switch (type.trim()) {
    case 'application/x-www-form-urlencoded':
      return new URLSearchParams(await request.text());
    case 'multipart/form-data':
      return textsOf(request);
    default:
      return new URLSearchParams();
  }
}

/** A body that is not what its type says holds nothing. What each page needs, it asks for by itself. */
async function textsOf(request: Request): Promise<URLSearchParams> {
  const texts = new URLSearchParams();
  const form = await request.formData().catch(() => new FormData());
  for (const [name, value] of form) if (typeof value === 'string') texts.append(name, value);
  return texts;
}

/** A person's own words: lines end as on Unix, half characters and blanks around them are gone. */
export const wordsIn = (form: URLSearchParams, field: string): string =>
  (form.get(field) ?? '').toWellFormed().replaceAll(/\r\n?/g, '\n').trim();
