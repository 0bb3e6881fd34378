// natural ships no types for its single files, and its root import would load databases and the folder's .env.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { readonly stem: (word: string) => string };
  // biome-ignore lint/style/noDefaultExport: that is how the file exports it
  export default PorterStemmer;
}
