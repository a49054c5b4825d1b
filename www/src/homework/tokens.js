/**
 * Divides the text behind a name into brackets, numbers and separators.
 *
 * @module
 */

/**
 * A piece of a list. `call` is the bracket of a call, such as that of `np.array(`; `transpose` stands behind
 * what it turns; `junk` is what is not understood.
 *
 * @typedef {object} Token
 * @property {(
 *   'open' | 'call' | 'close' | 'number' | 'comma' | 'semicolon' | 'line' | 'transpose' | 'junk'
 * )} kind
 * @property {string} text
 */

/** Calls and types that only say what follows: of NumPy, PyTorch, JAX, TensorFlow, MATLAB, R and Julia. */
const TRANSPARENT = new Set(
  [
    'array,asarray,asmatrix,matrix,mat,ndarray,tensor,Tensor,FloatTensor,DoubleTensor,as_tensor,constant',
    'Variable,float,float16,float32,float64,double,single,int,int32,int64,Float32,Float64,Int64,c,list',
    'tuple,vector,Vector,Array,Matrix,new,Float64Array,Float32Array,np,numpy,torch,jnp,jax,tf,nn,Parameter',
  ]
    .join(',')
    .split(','),
);
/** Settings of such calls, which do not change the numbers. */
const SETTINGS = new Set(
  'dtype,requires_grad,requiresGrad,device,order,copy,ndmin,grad_fn,subok,names'.split(','),
);

/** What a setting is set to. */
const VALUE = String.raw`(?:'[^']*'|"[^"]*"|<[^>]*>|[\w.]+(?:\([^()]*\))?)`;
const SETTING = new RegExp(String.raw`\s*,?\s*\b([A-Za-z_]\w*)\s*=\s*${VALUE}`, 'y');
const DECIMAL = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const NUMBER = new RegExp(String.raw`${DECIMAL}(?:\s*\/\s*${DECIMAL})?(?![\w.])`, 'iy');
/** A number or a list of a call's dimensions in quotation marks, as some programs write them. */
const QUOTED = new RegExp(String.raw`(["'])\s*(${DECIMAL})\s*\1`, 'iy');
const NAME = /[A-Za-z_][\w.]*/y;
const TRANSPOSE = /(?:\.\s*T\b|\.\s*t\(\)|\.\s*transpose\(\)|\^T\b|ᵀ|'(?!\w))/y;
const BLANK = /[^\S\n]+/y;
const RUN = /[^\s,;|[\](){}]+/y;

/**
 * Returns the text at an index that an expression matches.
 *
 * @param {RegExp} expression  sticky
 * @param {string} text
 * @param {number} at
 */
function matchAt(expression, text, at) {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** @type {Record<string, Token['kind']>} */
const MARKS = {
  ...{ '[': 'open', '{': 'open', '(': 'open', ']': 'close', '}': 'close', ')': 'close' },
  ...{ ',': 'comma', ';': 'semicolon', '|': 'comma', '\t': 'comma', '\n': 'line' },
};

/** @param {string} name */
const isTransparent = (name) => name.split('.').every((part) => TRANSPARENT.has(part));

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  let at = 0;
  /** @param {Token['kind']} kind @param {string} piece */
  const put = (kind, piece) => {
    tokens.push({ kind, text: piece });
    at += piece.length;
  };
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at)?.[0];
    if (blank) {
      at += blank.length;
      continue;
    }
    const setting = matchAt(SETTING, text, at);
    if (setting && SETTINGS.has(String(setting[1]))) {
      at += setting[0].length;
      continue;
    }
    const last = tokens.at(-1)?.kind;
    const turned = last === 'close' ? matchAt(TRANSPOSE, text, at)?.[0] : undefined;
    if (turned) {
      put('transpose', turned);
      continue;
    }
    const character = String(text[at]);
    const mark = MARKS[character];
    if (mark) {
      put(mark, character);
      continue;
    }
    const quoted = matchAt(QUOTED, text, at);
    if (quoted) {
      tokens.push({ kind: 'number', text: String(quoted[2]) });
      at += quoted[0].length;
      continue;
    }
    const number = matchAt(NUMBER, text, at)?.[0];
    if (number) {
      put('number', number);
      continue;
    }
    const name = matchAt(NAME, text, at)?.[0] ?? '';
    const behind = text.slice(at + name.length).trimStart();
    if (name !== '' && isTransparent(name) && /^(?:[([{]|[,)\]]|[A-Za-z]|$)/.test(behind)) {
      at += name.length;
      if (behind.startsWith('(')) {
        at = text.indexOf('(', at);
        put('call', '(');
      }
      continue;
    }
    put('junk', matchAt(RUN, text, at)?.[0] ?? character);
  }
  return tokens;
}
