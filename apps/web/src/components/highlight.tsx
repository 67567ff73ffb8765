const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'", '&#x27;': "'" };

const unescaped = (text: string): string => text.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * Shows a string of the search, where `<mark>` is the only markup and everything else is escaped.
 * It is taken apart into text, so that nothing else in it can ever become markup.
 */
export const Highlight = ({ text }: { text: string }) => {
  const parts = text.split(/<mark>(.*?)<\/mark>/gs);
  return (
    <>
      {parts.map((part, index) => (index % 2 ? <mark key={index}>{unescaped(part)}</mark> : unescaped(part)))}
    </>
  );
};
