// The same bounded search as src/engine/network/bounded-search.ts in plain C++, for the bench's ratio. Reads a graph written by the bench:
// nodeCount, arcCount, sourceCount, limit (uint32 each), offsets[nodeCount + 1], arcs[2 * arcCount], sources[sourceCount] (uint32), and
// prints the median milliseconds of nine runs over all sources, the number of reached nodes and the sum of their distances.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

static std::vector<uint32_t> read(std::FILE* file, size_t count) {
  std::vector<uint32_t> values(count);
  if (std::fread(values.data(), 4, count, file) != count) std::exit(2);
  return values;
}

int main(int argumentCount, char** arguments) {
  if (argumentCount < 2) return 2;
  std::FILE* file = std::fopen(arguments[1], "rb");
  if (!file) return 2;
  const auto head = read(file, 4);
  const uint32_t nodeCount = head[0], limit = head[3];
  const auto offsets = read(file, nodeCount + 1), arcs = read(file, 2 * size_t(head[1])), sources = read(file, head[2]);
  const uint32_t unreached = 0xffffffffu, shift = 6, buckets = (limit >> shift) + 1;
  std::vector<uint32_t> distance(nodeCount, unreached), touched(nodeCount);
  std::vector<std::vector<uint32_t>> queue(buckets);
  std::vector<double> milliseconds;
  uint64_t reached = 0, sum = 0;
  for (int run = 0; run < 9; run++) {
    reached = sum = 0;
    const auto startedAt = std::chrono::steady_clock::now();
    for (const uint32_t source : sources) {
      size_t count = 0;
      distance[source] = 0;
      touched[count++] = source;
      queue[0].push_back(source);
      for (uint32_t bucket = 0; bucket < buckets; bucket++) {
        auto& stack = queue[bucket];
        while (!stack.empty()) {
          const uint32_t node = stack.back(), here = distance[node];
          stack.pop_back();
          if (here >> shift != bucket) continue;
          for (uint32_t arc = offsets[node] * 2; arc < offsets[node + 1] * 2; arc += 2) {
            const uint32_t there = here + arcs[arc + 1], target = arcs[arc];
            if (there >= distance[target] || there > limit) continue;
            if (distance[target] == unreached) touched[count++] = target;
            distance[target] = there;
            queue[there >> shift].push_back(target);
          }
        }
      }
      reached += count;
      for (size_t i = 0; i < count; i++) {
        sum += distance[touched[i]];
        distance[touched[i]] = unreached;
      }
    }
    milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - startedAt).count());
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  std::printf("{\"milliseconds\": %.3f, \"reached\": %llu, \"decimeters\": %llu}\n", milliseconds[4],
              static_cast<unsigned long long>(reached), static_cast<unsigned long long>(sum));
}
