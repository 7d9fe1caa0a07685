// Whether code is byte for byte that of a page that came with olenb: the server knows.

export async function isOurs({ ServerConnection, URLExt }, code) {
  const settings = ServerConnection.makeSettings();
  const address = URLExt.join(settings.baseUrl, "olenb/api/ours");
  const request = { method: "POST", body: JSON.stringify({ code }) };
  const response = await ServerConnection.makeRequest(address, request, settings);
  return response.ok && (await response.json()).ours === true;
}
