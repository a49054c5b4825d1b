/**
 * Homework as people type and copy it: every way to write the same network, and a true reason for the rest.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseNetwork } from '../../www/src/homework/parse-network.js';
import { Refusal } from '../../www/src/homework/refusal.js';

const REST = 'b2 = [0, 0]\nx = [1, 1]\ny = [1, 0]\neta = 1';

/** The same network: 2-2, w = 1 2 3 4, b = 0 0, one sample. @type {Record<string, string>} */
const SAME = {
  'data type in quotation marks': `w2 = np.array([[1, 2], [3, 4]], dtype='float64')\n${REST}`,
  'data type of NumPy': `w2 = np.array([[1, 2], [3, 4]], dtype=np.float32)\n${REST}`,
  'as NumPy shows arrays': `w2 = array([[1., 2.],\n       [3., 4.]], dtype=float32)\n${REST}`,
  'as Excel copies': 'w2\t1\t2\n\t3\t4\nb2\t0\t0\nx\t1\t1\ny\t1\t0\neta\t1\n',
  'as Excel copies, names above': 'w2\n1\t2\n3\t4\nb2\n0\t0\nx\n1\t1\ny\n1\t0\neta\n1\n',
  JSON: '{"w2": [[1, 2], [3, 4]], "b2": [0, 0],\n "x": [1, 1], "y": [1, 0], "eta": 1}',
  'JSON without a blank': '{"w2":[[1,2],[3,4]],"b2":[0,0],"x":[1,1],"y":[1,0],"eta":1}',
  'JSON in many lines':
    '{\n  "w2": [\n    [1, 2],\n    [3, 4]\n  ],\n  "b2": [0, 0],\n' +
    '  "x": [1, 1],\n  "y": [1, 0],\n  "eta": 1\n}',
  'a dict of Python': "{'w2': [[1, 2], [3, 4]], 'b2': [0, 0], 'x': [1, 1], 'y': [1, 0], 'eta': 1}",
  YAML: 'w2:\n  - [1, 2]\n  - [3, 4]\nb2: [0, 0]\nx: [1, 1]\ny: [1, 0]\neta: 1',
  MATLAB: 'w2 = [1 2; 3 4];\nb2 = [0; 0];\nx = [1; 1];\ny = [1; 0];\neta = 1;',
  'MATLAB with commas': 'w2 = [1, 2; 3, 4]; b2 = [0; 0]; x = [1; 1]; y = [1; 0]; eta = 1;',
  'MATLAB in lines': `w2 = [1 2\n      3 4]\n${REST}`,
  'MATLAB, transposed': "w2 = [1 3; 2 4]'\nb2 = [0 0]'\nx = [1 1]'\ny = [1 0]\neta = 1 % rate",
  Julia: 'w2 = [1.0 2.0; 3.0 4.0]\nb2 = [0.0, 0.0]\nx = [1.0, 1.0]\ny = [1.0, 0.0]\neta = 1.0',
  'R vectors': 'w2 = [[1, 2], [3, 4]]\nb2 <- c(0, 0)\nx <- c(1, 1)\ny <- c(1, 0)\neta <- 1',
  'braces of C': 'w2 = {{1, 2}, {3, 4}};\nb2 = {0, 0};\nx = {1, 1};\ny = {1, 0};\neta = 1;',
  'names as the page writes them': 'w² = [[1, 2], [3, 4]]\nb² = [0, 0]\nx = [1, 1]\ny = [1, 0]\neta = 1',
  'names as TeX writes them': 'W^{[2]} = [[1, 2], [3, 4]]\nb_{2} = [0, 0]\nx = [1, 1]\ny = [1, 0]\nη = 1',
  'names with brackets': 'W[2] = [[1, 2], [3, 4]]\nb⁽²⁾ = [0, 0]\nx = [1, 1]\ny = [1, 0]\neta = 1',
  tensors:
    'w2 = tensor([[1., 2.],\n        [3., 4.]])\nb2 = tensor([0., 0.])\n' + 'x = [1, 1]\ny = [1, 0]\neta = 1',
  'tensors that are trained':
    'w2 = Parameter containing:\ntensor([[1., 2.],\n        [3., 4.]], requires_grad=True)\n' +
    'b2 = tensor([0., 0.], grad_fn=<AddBackward0>)\nx = torch.tensor([1., 1.])\ny = [1, 0]\neta = 1',
  'commas behind lists': 'w2 = [[1, 2], [3, 4]],\nb2 = [0, 0],\nx = [1, 1],\ny = [1, 0],\neta = 1',
  'commas behind numbers': 'w2 = [[1, 2,], [3, 4,],]\nb2 = [0, 0,]\nx = [1, 1,]\ny = [1, 0,]\neta = 1,',
  tuples: 'w2 = ((1, 2), (3, 4))\nb2 = (0, 0)\nx = (1, 1)\ny = (1, 0)\neta = 1',
  'a level too many': 'w2 = [[[1, 2], [3, 4]]]\nb2 = [[0, 0]]\nx = [[[1], [1]]]\ny = [[[1], [0]]]\neta = (1)',
  columns: 'w2 = [[1, 2], [3, 4]]\nb2 = [[0], [0]]\nx = [[1], [1]]\ny = [[1], [0]]\neta = [1]',
  'comments behind': `w2 = [[1, 2], [3, 4]] # of 2 = two\n${REST} // rate`,
  'one line': 'w2=[[1,2],[3,4]], b2=[0,0], x=[1,1], y=[1,0], eta=1',
  imports: `import numpy as np\nw2 = np.array([[1, 2], [3, 4]])\n${REST}`,
  'a fence of Markdown': `\`\`\`python\nw2 = [[1, 2], [3, 4]]\n${REST}\n\`\`\``,
  'a byte order mark': `\ufeffw2 = [[1, 2], [3, 4]]\n${REST}`,
  'invisible characters': `w2\u200b = [[\u200b1, 2\u200e], [3,\u00ad \u20604]]\n${REST}`,
  'full width': `ｗ２ ＝ ［［１，２］，［３，４］］\n${REST}`,
  'digits of Arabic': `w2 = [[١, ٢], [٣, ٤]]\n${REST}`,
};

test('the same network, written in many ways', () => {
  for (const [how, text] of Object.entries(SAME)) {
    const { sizes, parameters, xs, ys, count, eta } = parseNetwork(text);
    const got = [sizes, [...parameters], [...xs], [...ys], count, eta];
    assert.deepEqual(got, [[2, 2], [1, 2, 3, 4, 0, 0], [1, 1], [1, 0], 1, 1], how);
  }
});

test('a decimal comma is one, wherever blanks, tabs or semicolons divide the numbers', () => {
  /** @type {[string, ...unknown[]][]} */
  const cases = [
    ['w2 = 0,1 0,2\nb2 = 1\nx = 0,5 0,6\ny = 1\neta = 1', [2, 1], [0.1, 0.2, 1], [0.5, 0.6], 1],
    ['w2 = 0,1; 0,2\nb2 = 1\nx = 0,5; 0,6\ny = 1\neta = 0,5', [2, 1], [0.1, 0.2, 1], [0.5, 0.6], 0.5],
    ['w2\t0,1\t0,2\nb2\t1\nx\t0,5\t0,6\ny\t1\neta\t0,5', [2, 1], [0.1, 0.2, 1], [0.5, 0.6], 0.5],
    ['w2 = −0,1 1,25e-3\nb2 = 1\nx = 1 0\ny = 1\neta = 1', [2, 1], [-0.1, 0.00125, 1], [1, 0], 1],
    ['w2 = [[1, 2]]\nb2 = [0]\nx = [1, 1]\ny = [1]\neta = 0,5', [2, 1], [1, 2, 0], [1, 1], 0.5],
    ['w2 = [[0,1],[1,0]]\nb2 = [0,0]\nx = [1,1]\ny = [1,0]\neta = 1', [2, 2], [0, 1, 1, 0, 0, 0], [1, 1], 1],
    ['w2 = 0.1,0.2\nb2 = 1\nx = 0.5,1\ny = 1\neta = 1', [2, 1], [0.1, 0.2, 1], [0.5, 1], 1],
    [
      'w2 = 0,1 0,2\n0,3 0,4\nb2 = 0 0\nw3 = 0,5 0,6\nb3 = 0\nx = 1 0\ny = 1\neta = 1',
      ...[[2, 2, 1], [0.1, 0.2, 0.3, 0.4, 0, 0, 0.5, 0.6, 0], [1, 0], 1],
    ],
  ];
  for (const [text, sizes, parameters, xs, eta] of cases) {
    const got = parseNetwork(text);
    assert.deepEqual(
      [got.sizes, [...got.parameters], [...got.xs], got.eta],
      [sizes, parameters, xs, eta],
      text,
    );
  }
});

test('what can be read in two ways, or not at all, is refused for what it is', () => {
  /** @type {[string, RegExp][]} */
  const cases = [
    ['w2 = 0,1\nb2 = 1\nx = 0,5\ny = 1\neta = 1', /^“0,1” in w2 can be one number or two: write 0\.1/],
    ['w2 = [0,1, 0,2]\nb2 = 1\nx = 1 1\ny = 1\neta = 1', /^“0,1” in w2 can be one number or two/],
    ['w2 = [0,1; 0,2]\nb2 = 1\nx = 1 1\ny = 1\neta = 1', /^“0,1” in w2 can be one number or two/],
    ['w2 = 0,1 0,2\nb2 = 1.5\nx = 1 1\ny = 1\neta = 1', /^“0,1” has a comma and “1\.5” a point/],
    ['w2 = 1,000 2,000\nb2 = 1\nx = 1 1\ny = 1\neta = 1', /^The comma of “1,000” in w2 can be/],
    [`w2 = [[1, , 2], [3, 4]]\n${REST}`, /^A number is missing in w2/],
    [`w2 = [[1, 2], [3, 4]\n${REST}`, /^The brackets of w2 do not fit together/],
    [`w2 = [1, [2, 3]]\n${REST}`, /^w2 has numbers and lists side by side/],
    [`w2 = [[[1, 2], [3, 4]], [[1, 2], [3, 4]]]\n${REST}`, /^w2 has 3 levels of brackets/],
    [`w2 = matrix(c(1, 2, 3, 4), nrow=2)\n${REST}`, /^“nrow=2” in w2 is not understood/],
    [`w2 = np.eye(2)\n${REST}`, /^“np\.eye” in w2, row 1, place 1, is not a number/],
    ['w2 = [[50%, 1]]\nb2 = [0]\nx = [1, 1]\ny = [1]\neta = 1', /^“%” in w2/],
    ['hello', /^“hello” has no name before it; begin with one/],
    [
      'w2 = [[1, 2]]\nb2 = [0]\nx = [[0, 0, 1], [0, 1, 0]]\ny = [[0, 1, 1]]\neta = 1',
      /^A row of x needs 2 numbers, one for each input, but it has 3\. If it is written the other way round/,
    ],
    [
      'w1 = .15\nw2 = .2\nw3 = .25\nw4 = .3\nb1 = .35\nx = .05 .1\ny = .01 .99\neta = .5',
      /^w1 … w4 are single numbers here/,
    ],
  ];
  for (const [text, sentence] of cases) {
    assert.throws(
      () => parseNetwork(text),
      (error) => error instanceof Refusal && sentence.test(error.message) && error.message.endsWith('.'),
      `${text}: ${sentence}`,
    );
  }
});
