/** Works out once for each object what depends on it alone, and keeps it as long as the object lives. */
export const oncePerObject = <K extends object, V>(workOut: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, { is: V }>();
  return (key) => {
    let result = known.get(key);
    if (!result) known.set(key, (result = { is: workOut(key) }));
    return result.is;
  };
};
