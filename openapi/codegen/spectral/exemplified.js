// body: the answer must have content at all, as an error must that a client is to tell from another.
export default function exemplified(holder, options, context) {
  const found = [];
  const content = Object.entries(holder?.content ?? {});
  if (options?.body && content.length === 0) found.push({ message: 'has no body', path: context.path });
  for (const [media, type] of content) {
    const several = Object.values(type?.examples ?? {});
    if (type?.example === undefined && !(several.length > 0 && several.every((e) => e?.value !== undefined))) {
      found.push({ message: `${media} has no example`, path: [...context.path, 'content', media] });
    }
  }
  return found;
}
