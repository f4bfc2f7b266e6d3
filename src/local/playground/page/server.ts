/** What the page asks of the server that served it. The secret shows that it is this page that asks. */
const secret = document.body.dataset.secret ?? '';

async function post(path: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const response = await fetch(path, { method: 'POST', body, headers: { 'x-playground': secret, ...headers } });
  if (!response.ok) throw new Error(((await response.json()) as { problem: string }).problem);
  return response;
}

/** Sends JSON and reads JSON; a problem is thrown as its sentence. */
export async function ask<Answer>(path: string, body: object = {}): Promise<Answer> {
  return (await (await post(path, JSON.stringify(body))).json()) as Answer;
}

/** Sends files one after the other in one request: they are opened together or not at all. */
export async function sendFiles<Answer>(path: string, files: readonly File[]): Promise<Answer> {
  const list = encodeURIComponent(JSON.stringify(files.map(({ name, size }) => ({ name, size }))));
  return (await (await post(path, new Blob([...files]), { 'x-files': list })).json()) as Answer;
}

export async function fetchFile(path: string): Promise<Blob> {
  return (await post(path, '{}')).blob();
}
