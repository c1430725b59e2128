import { parseWorkflow, type Workflow, WorkflowError } from './workflow.ts';
import { fillWorkflow, placeholdersIn, type PlaceholderValues } from './placeholders.ts';

const VALUES: PlaceholderValues = {
  prompt: 'a cat',
  negative_prompt: 'blurred',
  seed: 7,
  width: 640,
  height: 352,
  frames: 49,
  fps: 24,
  seconds: 2,
  checkpoint: 'model.safetensors',
  job_id: 'job-1',
  image: undefined,
  last_image: undefined,
};

function workflowOf(inputs: Workflow[string]['inputs']): Workflow {
  return { '1': { class_type: 'Any', inputs } };
}

function filled(inputs: Workflow[string]['inputs'], values: Partial<PlaceholderValues> = {}): unknown {
  return fillWorkflow(workflowOf(inputs), { ...VALUES, ...values })['1']?.inputs;
}

describe('fillWorkflow()', () => {
  it('gives a number where a placeholder stands alone, and a text within a text', () => {
    const inputs = { seed: '{{seed}}', text: 'photo of {{ prompt }}, {{seconds}} s', path: 'kitten/{{job_id}}' };
    expect(filled(inputs)).toEqual({ seed: 7, text: 'photo of a cat, 2 s', path: 'kitten/job-1' });
  });

  it('leaves every other value as it is', () => {
    const inputs = { steps: 20, link: ['4', 0], on: true, nothing: null, text: '{single}', nested: { a: ['{{fps}}'] } };
    expect(filled(inputs)).toEqual({ ...inputs, nested: { a: [24] } });
  });

  it('takes what a person wrote as it is, braces and all', () => {
    for (const prompt of ['{{seed}}', '$& "quoted" \\ {{unknown}}', '{{prompt}}']) {
      expect(filled({ text: '{{prompt}}', within: 'a {{prompt}}' }, { prompt })).toEqual({
        text: prompt,
        within: `a ${prompt}`,
      });
    }
  });

  it('leaves out a node whose image is missing, and the links to it', () => {
    const workflow: Workflow = {
      '1': { class_type: 'LoadImage', inputs: { image: '{{image}}' } },
      '2': { class_type: 'Wan22ImageToVideoLatent', inputs: { start_image: ['1', 0], width: '{{width}}' } },
    };
    expect<unknown>(fillWorkflow(workflow, VALUES)).toEqual({
      '2': { class_type: 'Wan22ImageToVideoLatent', inputs: { width: 640 } },
    });
    expect<unknown>(fillWorkflow(workflow, { ...VALUES, image: 'kitten/a.png' })['2']?.inputs).toEqual({
      start_image: ['1', 0],
      width: 640,
    });
  });
});

describe('placeholdersIn()', () => {
  it('finds them wherever they stand', () => {
    const workflow = workflowOf({ a: '{{prompt}} and {{seed}}', b: { c: ['{{image}}'] }, d: 3 });
    expect([...placeholdersIn(workflow)].sort()).toEqual(['image', 'prompt', 'seed']);
  });

  it('says which there are where one is none', () => {
    expect(() => placeholdersIn(workflowOf({ text: '{{promt}}' }))).toThrowError(WorkflowError, /promt.*prompt, /);
  });
});

describe('parseWorkflow()', () => {
  const refused = [
    ['what is no JSON', '{', /no JSON/],
    ["the editor's own format", '{"nodes":[],"links":[]}', /Export \(API\)/],
    ['a node without a class', '{"3":{"inputs":{}}}', /Node 3 .*class_type/],
    ['nothing', '{}', /no nodes/],
    [
      'a link to nowhere',
      '{"3":{"class_type":"KSampler","inputs":{"model":["9",0]}}}',
      /KSampler \(node 3\).*model.*9/,
    ],
  ] as const;
  for (const [what, text, message] of refused) {
    it(`refuses ${what}, in words`, () => {
      expect(() => parseWorkflow(text)).toThrowError(WorkflowError, message);
    });
  }
});
