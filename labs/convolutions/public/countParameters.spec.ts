import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/convolutions/countParameters.ts'

const { submission } = bind<typeof lab>()

describe('countParameters', () => {
  test('small-networks', async () => {
    // A network with two convolutions for colour images of 100 x 100.
    await expect(
      submission.countParameters(
        [100, 100, 3],
        [conv(90, 5), conv(15, 4), flatten, dense(100), dense(20), dense(3)],
      ),
    ).toMatchValue({
      shapes: [[96, 96, 90], [93, 93, 15], [129_735], [100], [20], [3]],
      parameters: [6_840, 21_615, 0, 12_973_600, 2_020, 63],
      total: 13_004_138,
    })
    // Handwritten digits: one convolution, then the ten classes.
    await expect(
      submission.countParameters([28, 28, 1], [conv(64, 3), flatten, dense(10)]),
    ).toMatchValue({
      shapes: [[26, 26, 64], [43_264], [10]],
      parameters: [640, 0, 432_650],
      total: 433_290,
    })
    // CIFAR images of 32 x 32, first without pooling, then with it: a quarter of the parameters.
    await expect(
      submission.countParameters([32, 32, 3], [conv(64, 3), flatten, dense(32), dense(10)]),
    ).toMatchValue({
      shapes: [[30, 30, 64], [57_600], [32], [10]],
      parameters: [1_792, 0, 1_843_232, 330],
      total: 1_845_354,
    })
    await expect(
      submission.countParameters(
        [32, 32, 3],
        [conv(64, 3), pool(2), flatten, dense(32), dense(10)],
      ),
    ).toMatchValue({
      shapes: [[30, 30, 64], [15, 15, 64], [14_400], [32], [10]],
      parameters: [1_792, 0, 0, 460_832, 330],
      total: 462_954,
    })
  })

  test('deep-networks', async () => {
    // Padded convolutions keep the size, so that only pooling shrinks the image.
    await expect(
      submission.countParameters(
        [32, 32, 3],
        [same(64, 3), pool(2), same(64, 3), pool(2), flatten, dense(128), dense(10)],
      ),
    ).toMatchValue({
      shapes: [[32, 32, 64], [16, 16, 64], [16, 16, 64], [8, 8, 64], [4_096], [128], [10]],
      parameters: [1_792, 0, 36_928, 0, 0, 524_416, 1_290],
      total: 564_426,
    })
    // All-CNN: strides instead of pooling, averages instead of dense layers.
    const allConvolutional = [
      same(96, 3),
      same(96, 3),
      same(96, 3, 2),
      same(192, 3),
      same(192, 3),
      same(192, 3, 2),
      same(192, 3),
      same(192, 1),
      same(10, 1),
      globalAveragePool,
    ]
    await expect(submission.countParameters([32, 32, 3], allConvolutional)).toMatchValue({
      shapes: [
        [32, 32, 96],
        [32, 32, 96],
        [16, 16, 96],
        [16, 16, 192],
        [16, 16, 192],
        [8, 8, 192],
        [8, 8, 192],
        [8, 8, 192],
        [8, 8, 10],
        [10],
      ],
      parameters: [2_688, 83_040, 83_040, 166_080, 331_968, 331_968, 331_968, 37_056, 1_930, 0],
      total: 1_369_738,
    })
    // The network that tells cats from dogs in the last lab of the course.
    const stages = [32, 64, 128, 128].flatMap((filters) => [conv(filters, 3), pool(2)])
    await expect(
      submission.countParameters([150, 150, 3], [...stages, flatten, dense(512), dense(1)]),
    ).toMatchValue({
      shapes: [
        [148, 148, 32],
        [74, 74, 32],
        [72, 72, 64],
        [36, 36, 64],
        [34, 34, 128],
        [17, 17, 128],
        [15, 15, 128],
        [7, 7, 128],
        [6_272],
        [512],
        [1],
      ],
      parameters: [896, 0, 18_496, 0, 73_856, 0, 147_584, 0, 0, 3_211_776, 513],
      total: 3_453_121,
    })
  })
})

const flatten: lab.Layer = { type: 'flatten' }
const globalAveragePool: lab.Layer = { type: 'globalAveragePool' }

function conv(filters: number, size: number): lab.Layer {
  return { type: 'conv', filters, size }
}

function same(filters: number, size: number, stride = 1): lab.Layer {
  return { type: 'conv', filters, size, stride, padding: 'same' }
}

function pool(size: number): lab.Layer {
  return { type: 'pool', size }
}

function dense(units: number): lab.Layer {
  return { type: 'dense', units }
}
